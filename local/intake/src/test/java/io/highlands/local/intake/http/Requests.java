// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.intake.http;

import java.util.Map;

import io.highlands.local.http.BodyMemory;

/** Requests without a connection, for tests that send very many. */
public final class Requests {

    private Requests() {
    }

    /** A POST, as if it had come over HTTP. */
    public static Request post(String path, Map<String, String> headers, byte[] body) {
        return new Request("POST", path, headers::get, body, new BodyMemory(Long.MAX_VALUE).share());
    }
}
