// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.intake.otlp;

import io.highlands.local.intake.wire.ProtobufReader;

/** Counts what is at the end of a path of fields. */
final class Counting {

    private static final int FIRST_POINTS = 5;
    private static final int LAST_POINTS = 11;

    private Counting() {
    }

    static long logRecords(byte[] body) {
        return count(ProtobufReader.of(body), 1, 2, 2);
    }

    static long metricPoints(byte[] body) {
        long points = 0;
        for (int kind = FIRST_POINTS; kind <= LAST_POINTS; kind++) {
            points += count(ProtobufReader.of(body), 1, 2, 2, kind, 1);
        }
        return points;
    }

    private static long count(ProtobufReader message, int... path) {
        return countFrom(message, 0, path);
    }

    private static long countFrom(ProtobufReader message, int depth, int... path) {
        long found = 0;
        for (int field = message.next(); field != 0; field = message.next()) {
            if (field != path[depth]) {
                message.skip();
            } else if (depth == path.length - 1) {
                message.skip();
                found++;
            } else {
                found += countFrom(message.message(), depth + 1, path);
            }
        }
        return found;
    }
}
