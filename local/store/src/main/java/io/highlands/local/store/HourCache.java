// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.store;

import java.lang.ref.SoftReference;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Complete hours of metrics that were read from the files, so that a dashboard that refreshes does not read a day again each
 * time. An hour to which something was written since is read anew; the hours that were not asked for longest make room.
 */
final class HourCache {

    private final long maxBytes;

    /** Softly, since everything in it can be read again: the heap of the process is small. */
    private SoftReference<Map<Key, Hour>> reference = new SoftReference<>(null);

    private long bytes;

    HourCache(long maxBytes) {
        this.maxBytes = maxBytes;
    }

    /** An hour of a slice, counted from the slice's start. */
    private record Key(Slice slice, int hour) {}

    /** The series that were read of an hour, from the file as it was opened then. */
    private record Hour(int attachments, Map<Integer, Kept> series) {

        long bytes() {
            return series.values().stream().mapToLong(kept -> kept.columns().bytes()).sum();
        }
    }

    /** A series with all rows up to a number, and none beyond it. */
    private record Kept(SampleColumns columns, long sequence) {}

    /**
     * The samples of a series in an hour: what was read does where nothing was written to the hour beyond what either reader
     * wants of the file.
     *
     * @param lastSequence the last number of the rows that the reader wants of the files; it has those beyond from memory
     * @param detail what of the samples is needed
     * @return null where they have to be read
     */
    synchronized SampleColumns find(Slice slice, int hour, int series, Detail detail, long lastSequence) {
        Hour found = hours().get(new Key(slice, hour));
        long written = slice.lastSequence(hour);
        if (found == null || found.attachments() != slice.attachments() || written > lastSequence) {
            return null;
        }
        Kept kept = found.series().get(series);
        return kept == null || written > kept.sequence()
                || detail == Detail.VALUES && !kept.columns().hasValues() ? null : kept.columns();
    }

    /** Keeps what was read of an hour, with all rows up to a number, of the file as it was opened before it was read. */
    synchronized void keep(Slice slice, int hour, int attachments, int series, SampleColumns columns,
            long lastSequence) {
        Map<Key, Hour> hours = hours();
        Key key = new Key(slice, hour);
        Hour known = hours.get(key);
        if (known == null || known.attachments() != attachments) {
            bytes -= known == null ? 0 : known.bytes();
            known = new Hour(attachments, new HashMap<>());
            hours.put(key, known);
        }
        Kept before = known.series().put(series, new Kept(columns, lastSequence));
        bytes += columns.bytes() - (before == null ? 0 : before.columns().bytes());
        makeRoom(hours);
    }

    private Map<Key, Hour> hours() {
        Map<Key, Hour> hours = reference.get();
        if (hours == null) {
            hours = new LinkedHashMap<>(64, 0.75f, true);
            reference = new SoftReference<>(hours);
            bytes = 0;
        }
        return hours;
    }

    private void makeRoom(Map<Key, Hour> hours) {
        Iterator<Hour> oldest = hours.values().iterator();
        while (bytes > maxBytes && oldest.hasNext()) {
            bytes -= oldest.next().bytes();
            oldest.remove();
        }
    }

    /** How much memory it takes, about. */
    synchronized long bytes() {
        return bytes;
    }
}
