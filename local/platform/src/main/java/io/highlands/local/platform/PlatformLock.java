// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.platform;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

import io.highlands.local.control.ControlException;
import io.highlands.local.control.StateFolder;

/** The lock on the state folder: held by the one running process, and gone with it however it ends. */
public final class PlatformLock implements AutoCloseable {

    private final FileChannel channel;

    private PlatformLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Takes the lock if nobody holds it.
     *
     * @param folder the state folder, already prepared
     * @return the lock, or nothing when another process holds it
     */
    public static Optional<PlatformLock> tryTake(StateFolder folder) {
        try {
            FileChannel channel = FileChannel.open(folder.lockFile(), StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE);
            FileLock lock = lock(channel);
            if (lock == null) {
                channel.close();
                return Optional.empty();
            }
            return Optional.of(new PlatformLock(channel));
        } catch (IOException e) {
            throw new ControlException("the lock " + folder.lockFile() + " cannot be opened: " + e.getMessage(), e);
        }
    }

    private static FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException heldInThisProcess) {
            return null;
        }
    }

    /**
     * Writes this process's id into the lock's file, so that the holder is found without a control file.
     *
     * @throws ControlException when it cannot be written
     */
    public void sign() {
        try {
            channel.truncate(0);
            channel.write(StandardCharsets.UTF_8.encode(Long.toString(ProcessHandle.current().pid())), 0);
        } catch (IOException e) {
            throw new ControlException("the lock cannot be written: " + e.getMessage(), e);
        }
    }

    /**
     * The process that signed the lock last and holds it.
     *
     * @param folder the state folder
     * @return the process; empty where nobody holds the lock
     */
    public static Optional<ProcessHandle> holder(StateFolder folder) {
        try {
            String pid = Files.readString(folder.lockFile());
            Optional<PlatformLock> free = tryTake(folder);
            free.ifPresent(PlatformLock::close);
            return free.isPresent() || !pid.matches("\\d{1,18}")
                    ? Optional.empty()
                    : ProcessHandle.of(Long.parseLong(pid)).filter(ProcessHandle::isAlive);
        } catch (IOException never) {
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new ControlException("the lock could not be given back: " + e.getMessage(), e);
        }
    }
}
