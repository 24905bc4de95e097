/// What a results folder was made of: enough to make the same bytes again. It holds no clock, no
/// locale, no machine.
public struct Manifest: Sendable, Hashable {
  /// An input: an export, a definition.
  public struct Input: Sendable, Hashable {
    /// As it was given.
    public var path: String
    public var bytes: Int
    /// `nil` where it was not computed.
    public var sha256: String?
    public init(path: String, bytes: Int, sha256: String?) {
      self.path = path
      self.bytes = bytes
      self.sha256 = sha256
    }
  }

  /// A file of the results.
  struct File: Sendable, Hashable {
    var path: String
    var bytes: Int
    var sha256: String
  }

  /// An option, a version, a threshold.
  public struct Setting: Sendable, Hashable {
    public enum Value: Sendable, Hashable {
      case text(String)
      case whole(Int)
      case real(Double)
      case flag(Bool)
      case list([String])
    }
    public var name: String
    public var value: Value
    public init(_ name: String, _ value: Value) {
      self.name = name
      self.value = value
    }
  }

  public var version: String
  public var project: String
  public var inputs: [Input]
  public var options: [Setting]
  /// Of the program's parts and libraries.
  public var versions: [Setting]
  public var thresholds: [Setting]
  public var seeds: [Setting]

  public init(
    version: String, project: String, inputs: [Input], options: [Setting] = [],
    versions: [Setting] = [], thresholds: [Setting] = [], seeds: [Setting] = []
  ) {
    self.version = version
    self.project = project
    self.inputs = inputs
    self.options = options
    self.versions = versions
    self.thresholds = thresholds
    self.seeds = seeds
  }

  static let fileName = "manifest.json"
  private static let program = "concertation"

  /// The file: settings in the order given, written files by path.
  func json(files: [File]) -> [UInt8] {
    var json = JSONWriter(expandedDepth: 2)
    json.object { json in
      json.field("schema", 1)
      json.field("program", Self.program)
      json.field("version", version)
      json.field("project", project)
      json.array("inputs") { json in
        for input in inputs {
          Self.write(input.path, input.bytes, input.sha256, to: &json)
        }
      }
      Self.write("options", options, to: &json)
      Self.write("versions", versions, to: &json)
      Self.write("thresholds", thresholds, to: &json)
      Self.write("seeds", seeds, to: &json)
      json.array("files") { json in
        for file in files.sorted(by: { $0.path < $1.path }) {
          Self.write(file.path, file.bytes, file.sha256, to: &json)
        }
      }
    }
    return json.bytes
  }

  private static func write(
    _ path: String, _ bytes: Int, _ sha256: String?, to json: inout JSONWriter
  ) {
    json.object { json in
      json.field("path", path)
      json.field("bytes", bytes)
      json.field("sha256", sha256)
    }
  }

  private static func write(_ name: String, _ settings: [Setting], to json: inout JSONWriter) {
    json.object(name) { json in
      for setting in settings {
        switch setting.value {
        case .text(let text): json.field(setting.name, text)
        case .whole(let number): json.field(setting.name, number)
        case .real(let number): json.field(setting.name, number)
        case .flag(let flag): json.field(setting.name, flag)
        case .list(let texts):
          json.array(setting.name) { json in
            for text in texts { json.value(text) }
          }
        }
      }
    }
  }

  /// The files that a manifest of ours lists; `nil` when it is none of ours.
  ///
  /// It reads the layout that this type writes, line by line: the paths of our files hold no
  /// character that JSON escapes.
  static func listedFiles(in bytes: [UInt8]) -> Set<String>? {
    var rest = bytes[...]
    func nextLine() -> ArraySlice<UInt8>? {
      guard let end = rest.firstIndex(of: 0x0A) else { return nil }
      defer { rest = rest[(end + 1)...] }
      return rest[..<end]
    }
    let head = [nextLine(), nextLine(), nextLine()]
    guard head[0]?.elementsEqual("{".utf8) == true,
      head[2]?.elementsEqual("  \"program\": \"\(program)\",".utf8) == true
    else { return nil }
    let begin = Array("  \"files\": [".utf8)
    while let line = nextLine(), !line.starts(with: begin) {}
    let start = Array("    {\"path\": \"".utf8)
    var paths: Set<String> = []
    while let line = nextLine() {
      guard line.starts(with: start) else { continue }
      let path = line.dropFirst(start.count).prefix { $0 != 0x22 }
      paths.insert(String(decoding: path, as: UTF8.self))
    }
    return paths
  }
}
