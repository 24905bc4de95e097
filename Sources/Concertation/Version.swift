/// The program's version, as `--version` and the manifest print it.
public let concertationVersion = "0.1.0"
