import Foundation
import Glibc

/// The system's reasons in Vietnamese.
enum SystemWords {
  /// Why a file or folder could not be made, read or written.
  static func reason(_ error: any Error) -> String {
    var next: NSError? = error as NSError
    while let error = next {
      if error.domain == NSPOSIXErrorDomain { return reason(Int32(error.code)) }
      next = error.userInfo[NSUnderlyingErrorKey] as? NSError
    }
    return "hệ thống từ chối"
  }

  /// The words for an error number of the system.
  static func reason(_ number: Int32) -> String {
    switch number {
    case EACCES, EPERM: "không có quyền"
    case ENOENT: "không có thư mục cấp trên"
    case ENOTDIR: "một phần của đường dẫn không phải thư mục"
    case ENOSPC, EDQUOT: "hết chỗ trống trên đĩa"
    case EROFS: "ổ đĩa chỉ cho đọc"
    case ENAMETOOLONG: "tên quá dài"
    case EXDEV: "kết quả nằm ở hai ổ đĩa khác nhau"
    case EBUSY: "đang được dùng"
    default: "lỗi hệ thống số \(number)"
    }
  }
}
