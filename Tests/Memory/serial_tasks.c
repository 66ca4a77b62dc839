/*
 * Runs every job of Swift's concurrency on the main thread, one after another, in place of the
 * thread pool, which valgrind does not survive. To be loaded before the program (LD_PRELOAD).
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#define SWIFT __attribute__((swiftcall))

typedef struct job job;
typedef struct {
  void *identity;
  uintptr_t implementation;
} executor;
typedef SWIFT void original(void);

extern SWIFT void swift_job_run(job *, executor);
extern SWIFT executor swift_task_getMainExecutor(void);
extern SWIFT void (*swift_task_enqueueGlobal_hook)(job *, original *);
extern SWIFT void (*swift_task_enqueueMainExecutor_hook)(job *, original *);
extern SWIFT executor (*swift_task_getMainExecutor_hook)(original *);
extern SWIFT void (*swift_task_enqueueGlobalWithDelay_hook)(uint64_t, job *, original *);
extern SWIFT void (*swift_task_enqueueGlobalWithDeadline_hook)(
    long long, long long, long long, long long, int, job *, original *);
extern SWIFT void (*swift_task_asyncMainDrainQueue_hook)(original *, original *);

static struct {
  job *what;
  int is_main;
} *queue;
static size_t first, count, capacity;

static void push(job *what, int is_main) {
  if (first + count == capacity) {
    capacity = capacity ? 2 * capacity : 64;
    queue = realloc(queue, capacity * sizeof *queue);
    if (!queue) abort();
  }
  queue[first + count].what = what;
  queue[first + count++].is_main = is_main;
}

static SWIFT void global(job *what, original *next) { push(what, 0); }
static SWIFT void on_main(job *what, original *next) { push(what, 1); }
static SWIFT executor no_executor(original *next) { return (executor){0, 0}; }
static SWIFT void delayed(uint64_t nanoseconds, job *what, original *next) { push(what, 0); }
static SWIFT void until(long long s, long long ns, long long ts, long long tns, int clock,
                        job *what, original *next) {
  push(what, 0);
}

static SWIFT void drain(original *next, original *override) {
  while (count > 0) {
    job *what = queue[first].what;
    int is_main = queue[first].is_main;
    first++, count--;
    executor none = {0, 0};
    swift_job_run(what, is_main ? swift_task_getMainExecutor() : none);
  }
  fputs("serial_tasks: no job is left, and the program has not ended\n", stderr);
  exit(70);
}

__attribute__((constructor)) static void set_hooks(void) {
  swift_task_enqueueGlobal_hook = global;
  swift_task_enqueueMainExecutor_hook = on_main;
  swift_task_getMainExecutor_hook = no_executor;
  swift_task_enqueueGlobalWithDelay_hook = delayed;
  swift_task_enqueueGlobalWithDeadline_hook = until;
  swift_task_asyncMainDrainQueue_hook = drain;
}
