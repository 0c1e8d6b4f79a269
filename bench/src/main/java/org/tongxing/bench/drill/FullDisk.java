package org.tongxing.bench.drill;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The disk of the database, and then the one of the photos, has no room left. What cannot be kept is refused in plain words
 * and nothing is half-done; once there is room again everything goes on by itself. Each is a small file system in memory,
 * for which the drill has to run as root.
 */
final class FullDisk implements Drill {

    private static final int FULL_MILLIS = 15_000;
    private static final int DATABASE_MEGABYTES = 900;
    private static final int PHOTOS_MEGABYTES = 16;
    private static final int BLOCK = 65_536;
    private static final int AGAIN_MILLIS = 500;

    @Override
    public Verdict run(int times, long seed) throws Exception {
        Path target = Path.of("target").toAbsolutePath();
        Path database = target.resolve("drill-disk-database");
        Path photos = target.resolve("drill-disk-photos");
        mount(database, DATABASE_MEGABYTES);
        mount(photos, PHOTOS_MEGABYTES);
        Path before = target.resolve("stage-drill-disk");
        Files.deleteIfExists(before);
        // The stage is where it always is, but on the small disk.
        Path own = Files.createSymbolicLink(before, Files.createDirectories(database.resolve("stage")));
        // What the engines say has room elsewhere; it is evidence.
        Files.createSymbolicLink(own.resolve("run"), empty(target.resolve("drill-disk-run")));
        try (Scene scene = Scene.of("disk", stage -> Map.of("tongxing.media.directory", photos.resolve("media")))) {
            try (MixedLoad load = new MixedLoad(scene, seed).withPhotographer(seed)) {
                return run(times, scene, load, Map.of("database", database, "photos", photos));
            }
        } finally {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                unmount(database);
                unmount(photos);
            }));
        }
    }

    private static Verdict run(int times, Scene scene, MixedLoad load, Map<String, Path> disks) throws Exception {
        List<String> wrong = new ArrayList<>();
        List<Long> back = new ArrayList<>();
        load.back(System.nanoTime());
        AtomicInteger ended = superviseDatabase(scene.database());
        Map<String, Integer> refused = new LinkedHashMap<>();
        for (int time = 1; time <= times; time++) {
            for (Map.Entry<String, Path> disk : disks.entrySet()) {
                int before = total(load);
                fill(disk.getValue().resolve("filler"));
                long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(FULL_MILLIS);
                while (System.nanoTime() < until) {
                    fill(disk.getValue().resolve("filler"));
                    Thread.sleep(200);
                }
                Files.delete(disk.getValue().resolve("filler"));
                long from = System.nanoTime();
                load.journal().watch(from);
                if (!load.back(from)) {
                    wrong.add("not everybody was answered within two minutes after there was room for the "
                            + disk.getKey() + " again");
                }
                back.add(load.journal().firstAnswerAfter(from));
                int noes = total(load) - before;
                refused.merge(disk.getKey(), noes, Integer::sum);
                System.out.printf(
                        "  %d of %d: %s full, %d refused, first acknowledged %d ms after there was room%n",
                        time, times, disk.getKey(), noes, back.get(back.size() - 1));
            }
        }
        refused.forEach((disk, noes) -> {
            if (noes == 0) {
                wrong.add("the disk of the " + disk + " was never noticed to be full");
            }
        });
        MixedLoad.Compared compared = load.compare();
        return Verdict.of(
                "disk",
                times,
                load.journal(),
                compared,
                back,
                wrong,
                Map.of("refused", refused, "database ended itself", ended.get()));
    }

    /**
     * Starts the database again whenever it has ended itself, as systemd does: MariaDB does so when a rollback needs a page
     * there is no room for. Answers how often it came back.
     */
    private static AtomicInteger superviseDatabase(Engine database) {
        AtomicInteger ended = new AtomicInteger();
        Thread supervisor = new Thread(
                () -> {
                    while (true) {
                        try {
                            Thread.sleep(AGAIN_MILLIS);
                            if (!database.isAlive()) {
                                database.restart();
                                ended.incrementAndGet();
                            }
                        } catch (IOException | IllegalStateException stillFull) {
                            // It is tried again.
                        } catch (InterruptedException over) {
                            return;
                        }
                    }
                },
                "supervisor");
        supervisor.setDaemon(true);
        supervisor.start();
        return ended;
    }

    private static Path empty(Path directory) throws IOException {
        Scene.delete(directory);
        return Files.createDirectories(directory);
    }

    private static int total(MixedLoad load) {
        return load.journal().troubles().values().stream()
                .mapToInt(Integer::intValue)
                .sum();
    }

    /** Takes whatever room there is. */
    private static void fill(Path file) {
        byte[] block = new byte[BLOCK];
        for (int size = block.length; size > 0; ) {
            try (OutputStream out = Files.newOutputStream(
                    file, java.nio.file.StandardOpenOption.CREATE, java.nio.file.StandardOpenOption.APPEND)) {
                while (true) {
                    out.write(block, 0, size);
                }
            } catch (IOException full) {
                size = size > 1 ? size / 16 : 0;
            }
        }
    }

    private static void mount(Path at, int megabytes) throws IOException, InterruptedException {
        Files.createDirectories(at);
        unmount(at);
        Process mount = new ProcessBuilder(
                        "mount", "-t", "tmpfs", "-o", "size=" + megabytes + "m", "tmpfs", at.toString())
                .inheritIO()
                .start();
        if (mount.waitFor() != 0) {
            throw new IllegalStateException("This drill makes a small disk of its own and needs root for it");
        }
    }

    private static void unmount(Path at) {
        try {
            new ProcessBuilder("umount", "--lazy", at.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException failure) {
            System.err.println("Still mounted: " + at);
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
        }
    }
}
