/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package simulation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.Callable;
import java.util.concurrent.Delayed;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** An executor whose tasks run on a {@link Timeline}, one after the other. After its shutdown nothing of it runs any more. */
final class LeapingExecutor extends AbstractExecutorService implements ScheduledExecutorService {

    private final Timeline timeline;
    private final List<Runnable> waiting = new ArrayList<>();
    private boolean isShutdown;
    private boolean isFrozen;

    LeapingExecutor(Timeline timeline) {
        this.timeline = timeline;
    }

    private static final class Task extends FutureTask<Object> implements ScheduledFuture<Object> {

        Task(Runnable command) {
            super(command, "done");
        }

        @Override
        public long getDelay(TimeUnit unit) {
            throw new UnsupportedOperationException();
        }

        @Override
        public int compareTo(Delayed other) {
            throw new UnsupportedOperationException();
        }
    }

    private Task later(Runnable command, Duration delay) {
        if (isShutdown) {
            throw new RejectedExecutionException("it is shut down");
        }
        Task task = new Task(command);
        timeline.after(delay, () -> {
            if (isFrozen) {
                waiting.add(task);
            } else if (!isShutdown) {
                task.run();
            }
        });
        return task;
    }

    /** The whole process stands still. */
    void freeze() {
        isFrozen = true;
    }

    /** What has come due meanwhile runs now. */
    void thaw() {
        isFrozen = false;
        List<Runnable> due = List.copyOf(waiting);
        waiting.clear();
        due.forEach(Runnable::run);
    }

    @Override
    public void execute(Runnable command) {
        later(command, Duration.ZERO);
    }

    @Override
    public ScheduledFuture<?> schedule(Runnable command, long delay, TimeUnit unit) {
        return later(command, Duration.of(delay, unit.toChronoUnit()));
    }

    @Override
    public ScheduledFuture<?> scheduleWithFixedDelay(Runnable command, long first, long delay, TimeUnit unit) {
        Runnable again = new Runnable() {
            @Override
            public void run() {
                command.run();
                if (!isShutdown) {
                    later(this, Duration.of(delay, unit.toChronoUnit()));
                }
            }
        };
        return later(again, Duration.of(first, unit.toChronoUnit()));
    }

    @Override
    public ScheduledFuture<?> scheduleAtFixedRate(Runnable command, long first, long period, TimeUnit unit) {
        return scheduleWithFixedDelay(command, first, period, unit);
    }

    @Override
    public <V> ScheduledFuture<V> schedule(Callable<V> callable, long delay, TimeUnit unit) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void shutdown() {
        isShutdown = true;
    }

    @Override
    public List<Runnable> shutdownNow() {
        isShutdown = true;
        return List.of();
    }

    @Override
    public boolean isShutdown() {
        return isShutdown;
    }

    @Override
    public boolean isTerminated() {
        return isShutdown;
    }

    @Override
    public boolean awaitTermination(long timeout, TimeUnit unit) {
        return isShutdown;
    }
}
