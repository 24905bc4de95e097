internal import ArgumentParser
internal import Ingestion

/// What matters for files of hundreds of megabytes only.
struct LargeFileArguments: ParsableArguments {
  enum VerificationChoice: String, Choice { case automatic, all }

  @Option(
    help: ArgumentHelp(
      said(
        fr:
          "Ce que libcsv relit pour vérification : automatic (tout sous 64 Mio, un bloc sur 64 au-delà), all ; sans cette option, automatic.",
        en:
          "What libcsv reads again to verify: automatic (all below 64 MiB, else every 64th block), all; without this option, automatic."
      )))
  var verify: VerificationChoice?

  @Option(
    name: .customLong("memory-limit"),
    help: ArgumentHelp(
      said(
        fr:
          "S'arrêter plutôt que d'occuper plus de mémoire : 500M, 2G. Sans cette option, sans limite.",
        en: "Stop rather than take more memory: 500M, 2G. Without this option, no limit.")))
  var memoryLimit: String?

  func validate() throws { _ = try bytes() }

  /// Sets what was asked for.
  func apply(to options: inout ReadOptions) throws {
    if verify == .all { options.verification = .all }
    options.memoryLimit = try bytes()
  }

  private func bytes() throws -> Int? {
    guard let memoryLimit else { return nil }
    let units: [Character: Int] = ["K": 1 << 10, "M": 1 << 20, "G": 1 << 30]
    let unit = memoryLimit.last.flatMap { units[Character($0.uppercased())] }
    let number = Int(unit == nil ? memoryLimit[...] : memoryLimit.dropLast())
    let product = number?.multipliedReportingOverflow(by: unit ?? 1)
    guard let product, !product.overflow, product.partialValue > 0 else {
      throw ValidationError(
        said(
          fr:
            "--memory-limit prend un nombre d'octets, ou 500M, 2G : « \(memoryLimit) » n'en est pas un",
          en: "--memory-limit takes a number of bytes, or 500M, 2G: “\(memoryLimit)” is not one"))
    }
    return product.partialValue
  }
}
