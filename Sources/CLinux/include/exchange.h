#ifndef BAOCAO_EXCHANGE_H
#define BAOCAO_EXCHANGE_H

/// Lets two paths of one file system change places in one step (renameat2 of
/// Linux with RENAME_EXCHANGE, which Swift's view of glibc lacks).
///
/// Returns 0, or -1 with the reason in errno.
int exchange_paths(const char *first, const char *second)
    __attribute__((warn_unused_result));

/// Waits until everything that was written to the file system of a folder is on its disk (syncfs of
/// Linux): once for a whole folder, where a call for each file would wait a thousand times.
///
/// Returns 0, or -1 with the reason in errno.
int settle_folder(const char *path) __attribute__((warn_unused_result));

#endif
