package org.tongxing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;
import org.springframework.util.FileSystemUtils;

/** Removes what the sandboxes of earlier test runs left behind; those of the last run stay, for whoever looks for a cause. */
public class OldSandboxes implements LauncherSessionListener {

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        Path target = Path.of("target");
        if (!Files.isDirectory(target)) {
            return;
        }
        try (Stream<Path> entries = Files.list(target)) {
            List<Path> old = entries.filter(
                            entry -> entry.getFileName().toString().startsWith("sandbox-"))
                    .toList();
            for (Path sandbox : old) {
                FileSystemUtils.deleteRecursively(sandbox);
            }
        } catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }
}
