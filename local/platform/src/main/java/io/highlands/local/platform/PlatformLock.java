// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.platform;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
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

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new ControlException("the lock could not be given back: " + e.getMessage(), e);
        }
    }
}
