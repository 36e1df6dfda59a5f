// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.http;

import java.util.stream.Collectors;

/** A request's body that is not accepted. Each protocol writes its own response. */
public final class BodyException extends Exception {

    private static final long serialVersionUID = 1L;

    /** Why a body is not accepted. */
    public enum Reason {
        /** It is larger than the limit, as sent or as inflated. */
        TOO_LARGE,
        /** The bodies of all requests take the memory that there is for them; the client may try again. */
        NO_MEMORY,
        /** Its Content-Encoding is neither gzip nor identity. */
        ENCODING,
        /** It is not gzip, or not complete. */
        NOT_GZIP
    }

    private static final int MAX_QUOTED = 40;

    private final Reason reason;
    private final long size;

    private BodyException(Reason reason, long size, String message) {
        super(message, null, false, false);
        this.reason = reason;
        this.size = size;
    }

    static BodyException tooLarge(long size, long limit) {
        return new BodyException(Reason.TOO_LARGE, size, "the body is larger than " + limit + " bytes");
    }

    static BodyException noMemory() {
        return new BodyException(Reason.NO_MEMORY, 0, "too many bodies at once; try again");
    }

    static BodyException encoding(String found) {
        String brief = found.codePoints().limit(MAX_QUOTED)
                .mapToObj(c -> c > ' ' && c < 0x7f ? Character.toString(c) : "?").collect(Collectors.joining());
        return new BodyException(Reason.ENCODING, 0,
                "Content-Encoding '" + brief + "' is not read; allowed: gzip, identity");
    }

    static BodyException notGzip(String problem) {
        return new BodyException(Reason.NOT_GZIP, 0, "the body is not complete gzip: " + problem);
    }

    /** {@return why} */
    public Reason reason() {
        return reason;
    }

    /** {@return the size of a body that is too large, in bytes, as far as it was read or announced; otherwise 0} */
    public long size() {
        return size;
    }
}
