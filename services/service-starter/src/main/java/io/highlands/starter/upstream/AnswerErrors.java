// SPDX-License-Identifier: Apache-2.0
package io.highlands.starter.upstream;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.regex.Pattern;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpRequest;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpResponse;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Turns an upstream's answer that is not 2xx into a failure. Only a problem document with an {@code upstream} member is
 * read: the proxies between answer in plain text of their own, which means nothing to us.
 */
final class AnswerErrors {

    private static final int LARGEST_PROBLEM = 8_192;
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,63}");
    private static final Pattern RETRY_AFTER = Pattern.compile("[A-Za-z0-9 ,:+-]{1,40}");

    private final JsonMapper json;

    AnswerErrors(JsonMapper json) {
        this.json = json;
    }

    UpstreamException read(String upstream, HttpRequest request, ClientHttpResponse response) throws IOException {
        int status = response.getStatusCode().value();
        String message = "%s answered %d to %s %s".formatted(upstream, status, request.getMethod(),
                request.getURI().getPath());
        if (status == 429) {
            String after = response.getHeaders().getFirst(HttpHeaders.RETRY_AFTER);
            boolean usable = after != null && RETRY_AFTER.matcher(after).matches();
            return UpstreamException.shed(upstream, status, message, usable ? after : UpstreamGuard.RETRY_AFTER);
        }
        UpstreamFailure failure = status == 504 ? UpstreamFailure.TIMEOUT : UpstreamFailure.BAD_ANSWER;
        return deeper(response)
                .map(name -> UpstreamException.deeper(name, failure, status, message + ", naming " + name))
                .orElseGet(() -> UpstreamException.answered(upstream, failure, status, message));
    }

    private Optional<String> deeper(ClientHttpResponse response) throws IOException {
        MediaType type = response.getHeaders().getContentType();
        if (!MediaType.APPLICATION_PROBLEM_JSON.isCompatibleWith(type)) {
            return Optional.empty();
        }
        try (InputStream body = response.getBody()) {
            JsonNode problem = json.readTree(body.readNBytes(LARGEST_PROBLEM));
            return Optional.of(problem.path("upstream").asString("")).filter(name -> NAME.matcher(name).matches());
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }
}
