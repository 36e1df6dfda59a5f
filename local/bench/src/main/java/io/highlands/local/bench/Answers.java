// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.bench;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;

/** A single question over HTTP, for waiting until something answers. */
final class Answers {

    private Answers() {
    }

    /**
     * Whether a GET is answered with 200 within two seconds.
     *
     * @param uri what is asked
     * @return false for any other answer, and for none
     */
    static boolean isOk(URI uri) {
        try {
            HttpURLConnection connection = (HttpURLConnection) uri.toURL().openConnection();
            connection.setConnectTimeout(2_000);
            connection.setReadTimeout(2_000);
            return connection.getResponseCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }
}
