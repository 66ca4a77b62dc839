#ifndef BAOCAO_EXCHANGE_H
#define BAOCAO_EXCHANGE_H

/// Lets two paths of one file system change places in one step (renameat2 of
/// Linux with RENAME_EXCHANGE, which Swift's view of glibc lacks).
///
/// Returns 0, or -1 with the reason in errno.
int exchange_paths(const char *first, const char *second)
    __attribute__((warn_unused_result));

#endif
