// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.intake.http;

import java.util.Locale;
import java.util.function.UnaryOperator;

import io.highlands.local.http.BodyException;
import io.highlands.local.http.BodyMemory;
import io.highlands.local.http.BoundedGzip;

/** A request with its whole body. */
public final class Request {

    private final String method;
    private final String path;
    private final UnaryOperator<String> headers;
    private final byte[] sent;
    private final BodyMemory.Share share;

    Request(String method, String path, UnaryOperator<String> headers, byte[] sent, BodyMemory.Share share) {
        this.method = method;
        this.path = path;
        this.headers = headers;
        this.sent = sent;
        this.share = share;
    }

    /** {@return the HTTP verb, such as {@code PUT}} */
    public String method() {
        return method;
    }

    /** {@return the path, without a query} */
    public String path() {
        return path;
    }

    /**
     * Looks a field of the request up, in any case.
     *
     * @param name its name in any case
     * @return its first value; empty without one
     */
    public String header(String name) {
        String value = headers.apply(name);
        return value == null ? "" : value;
    }

    /** {@return the media type in lower case, without parameters; empty without one} */
    public String mediaType() {
        String type = header("Content-Type");
        int parameters = type.indexOf(';');
        return (parameters < 0 ? type : type.substring(0, parameters)).strip().toLowerCase(Locale.ROOT);
    }

    /**
     * The body, inflated.
     *
     * @return its bytes
     * @throws Refusal 400 when it is not what its Content-Encoding says, 413 when it is too large, 415 for another encoding
     *             than gzip, 429 when there is no room for it now
     */
    public byte[] body() {
        try {
            return BoundedGzip.decode(header("Content-Encoding"), sent, IntakeServer.BODY_BYTES, share);
        } catch (BodyException refused) {
            throw Refusal.of(refused);
        }
    }
}
