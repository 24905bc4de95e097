internal import Concertation
internal import Glibc
internal import SurveyModel

/// Makes PNG pictures of charts with the program `rsvg-convert`, which reads SVG and writes PNG.
/// Nothing is linked for it.
enum RsvgConvert {
  /// Two dots a pixel, for print and fine screens.
  private static let arguments = ["rsvg-convert", "--zoom", "2", "--format", "png"]

  /// - Throws: `Stop` with exit code 2 when the program is not there, 4 when it fails.
  static func picture(of svg: [UInt8]) throws(Stop) -> [UInt8] {
    var input: [Int32] = [0, 0]
    var output: [Int32] = [0, 0]
    // A socket, since writing to one whose reader is gone can be done without a signal.
    guard socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0, &input) == 0 else {
      throw Stop(.output, .pictureFailed(errno))
    }
    guard pipe(&output) == 0 else {
      let number = errno
      for file in input { close(file) }
      throw Stop(.output, .pictureFailed(number))
    }
    for file in input + output { _ = fcntl(file, F_SETFD, FD_CLOEXEC) }
    var child: pid_t = 0
    let started = start(&child, input: input[0], output: output[1])
    close(input[0])
    close(output[1])
    guard started == 0 else {
      close(input[1])
      close(output[0])
      throw started == ENOENT
        ? Stop(.usage, .noPictureProgram) : Stop(.output, .pictureFailed(started))
    }
    // It reads everything before it writes anything, so neither side waits for the other.
    write(svg, to: input[1])
    close(input[1])
    let picture = read(from: output[0])
    close(output[0])
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0, errno == EINTR {}
    guard status == 0, picture.starts(with: [0x89, 0x50, 0x4E, 0x47]) else {
      // 127: a shell's word for a program that is not there, which some systems give late.
      throw (status >> 8) & 0xFF == 127
        ? Stop(.usage, .noPictureProgram) : Stop(.output, .pictureFailed(nil))
    }
    return picture
  }

  private static func start(_ child: inout pid_t, input: Int32, output: Int32) -> Int32 {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, input, 0)
    posix_spawn_file_actions_adddup2(&actions, output, 1)
    var words = arguments.map { strdup($0) } + [nil]
    defer { for word in words { free(word) } }
    return posix_spawnp(&child, arguments[0], &actions, nil, &words, environ)
  }

  private static func write(_ bytes: [UInt8], to file: Int32) {
    bytes.withUnsafeBytes { buffer in
      var start = 0
      while start < buffer.count {
        let count = send(
          file, buffer.baseAddress! + start, buffer.count - start, Int32(MSG_NOSIGNAL))
        if count < 0, errno == EINTR { continue }
        if count <= 0 { return }
        start += count
      }
    }
  }

  private static func read(from file: Int32) -> [UInt8] {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = Glibc.read(file, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      if count <= 0 { return bytes }
      bytes += buffer[..<count]
    }
  }
}

extension Problem {
  static var noPictureProgram: Problem {
    Problem(
      .error, "no-picture-program",
      Bilingual(
        fr: "le programme rsvg-convert, qui fait les images PNG, n'est pas installé",
        en: "the program rsvg-convert, which makes the PNG pictures, is not installed"),
      fix: Bilingual(
        fr:
          "installez le paquet librsvg2-bin (Debian, Ubuntu) ou librsvg2-tools (Fedora), ou relancez sans --png : les graphiques sont écrits en SVG",
        en:
          "install the package librsvg2-bin (Debian, Ubuntu) or librsvg2-tools (Fedora), or run again without --png: the charts are written as SVG"
      ))
  }

  /// - Parameter number: the system's error; `nil`: the program said no.
  static func pictureFailed(_ number: Int32?) -> Problem {
    let reason = number.map { ": " + String(cString: strerror($0)) } ?? ""
    return Problem(
      .error, "picture-failed",
      Bilingual(
        fr: "rsvg-convert n'a pas pu dessiner un graphique" + reason,
        en: "rsvg-convert could not draw a chart" + reason),
      fix: Bilingual(
        fr: "relancez sans --png : les graphiques sont écrits en SVG",
        en: "run again without --png: the charts are written as SVG"))
  }
}
