package org.tongxing.sandbox.wechat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** What goes wrong on demand, path by path, and how often a path was called. */
final class Faults {

    private final List<Fault> waiting = new CopyOnWriteArrayList<>();
    private final Map<String, AtomicInteger> calls = new ConcurrentHashMap<>();

    void add(Fault fault) {
        for (int i = 0; i < Math.max(1, fault.times()); i++) {
            this.waiting.add(fault);
        }
    }

    void clear() {
        this.waiting.clear();
        this.calls.clear();
    }

    /** Counts a call, and takes the next thing that shall go wrong with it. */
    @Nullable
    synchronized Fault next(String path) {
        this.calls.computeIfAbsent(path, any -> new AtomicInteger()).incrementAndGet();
        for (Fault fault : this.waiting) {
            if (path.equals(fault.path())) {
                this.waiting.remove(fault);
                return fault;
            }
        }
        return null;
    }

    int calls(String path) {
        AtomicInteger count = this.calls.get(path);
        return count == null ? 0 : count.get();
    }

    /**
     * One thing that goes wrong.
     *
     * @param errcode answered in WeChat's way instead of doing anything, if given
     * @param status answered as a broken gateway would, if given
     * @param delayMillis how long the answer takes
     * @param drop BEFORE closes the line without doing anything, AFTER does it and never says so
     * @param times how many calls it meets, one if not given
     */
    record Fault(
            String path,
            @Nullable Integer errcode,
            @Nullable Integer status,
            long delayMillis,
            @Nullable Drop drop,
            int times) {}

    /** When the line breaks. */
    enum Drop {
        BEFORE,
        AFTER
    }
}
