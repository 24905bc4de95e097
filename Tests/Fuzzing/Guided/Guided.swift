import FuzzingChecks

/// The entry that libFuzzer calls; `make fuzz-guided` builds and runs it.
@_cdecl("LLVMFuzzerTestOneInput")
public func checkOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  if let fault = ReadingCheck.fault(in: bytes) { preconditionFailure(fault) }
  return 0
}
