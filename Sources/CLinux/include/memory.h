#ifndef BAOCAO_MEMORY_H
#define BAOCAO_MEMORY_H

/// Gives memory that was freed back to the system, also between what is still
/// in use, where the allocator would keep it (malloc_trim of glibc, which
/// Swift's view of glibc lacks; elsewhere nothing).
void give_back_freed_memory(void);

#endif
