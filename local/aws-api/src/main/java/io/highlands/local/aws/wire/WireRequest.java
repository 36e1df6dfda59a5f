// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.aws.wire;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * A request as it came, inflated.
 *
 * @param id the id that its answer carries
 * @param path the path of its URL
 * @param headers the value of a header, by name in any case; null when it is not there
 * @param body its bytes
 */
public record WireRequest(String id, String path, Function<String, String> headers, byte[] body) {

    private static final String CREDENTIAL = "Credential=";

    String header(String name) {
        return Optional.ofNullable(headers.apply(name)).orElse("");
    }

    /** {@return the media type alone, in lower case} */
    String contentType() {
        String type = header("Content-Type");
        int parameters = type.indexOf(';');
        return (parameters < 0 ? type : type.substring(0, parameters)).strip().toLowerCase(Locale.ROOT);
    }

    /**
     * The service in the scope of a SigV4 signature, {@code Credential=KEY/DATE/REGION/SERVICE/aws4_request}. Signatures
     * are not verified: there are no secrets here to verify them with.
     *
     * @return the service's signing name, if the request is signed
     */
    Optional<String> signedService() {
        String[] scope = scope();
        return scope.length >= 5 ? Optional.of(scope[scope.length - 2]) : Optional.empty();
    }

    /** {@return the access key in the same scope; empty when the request is not signed} */
    public String accessKey() {
        return scope()[0];
    }

    private String[] scope() {
        String authorization = header("Authorization");
        int credential = authorization.indexOf(CREDENTIAL);
        return credential < 0
                ? new String[]{""}
                : authorization.substring(credential + CREDENTIAL.length()).split("[,\\s]", 2)[0].split("/");
    }
}
