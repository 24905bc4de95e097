internal import Glibc

/// A function of the C library that its module map leaves out, or that not every C library has, by
/// its name; `nil` where there is none.
public func systemFunction<Function>(_ name: String) -> Function? {
  dlsym(nil, name).map { unsafeBitCast($0, to: Function.self) }
}
