// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.balancer;

import io.undertow.util.StatusCodes;

import io.highlands.local.forward.LocalAnswer;
import io.highlands.local.forward.Outcome;

/** What the load balancer says itself, as AWS's words it. */
final class BalancerAnswers {

    private BalancerAnswers() {
    }

    static LocalAnswer of(Outcome outcome) {
        return switch (outcome) {
            case NO_HOST -> page(503, "Service Temporarily Unavailable");
            case CONNECT_TIMEOUT, TIMEOUT, IDLE_TIMEOUT -> page(504, "Gateway Time-out");
            case CLIENT_IDLE -> page(408, "Request Time-out");
            case BAD_BODY -> page(400, "Bad Request");
            case BODY_TOO_LARGE -> page(413, StatusCodes.getReason(413));
            case REFUSED, RESET, BAD_ANSWER, ANSWERED, CLIENT_GONE -> page(502, "Bad Gateway");
        };
    }

    private static LocalAnswer page(int status, String reason) {
        String title = status + " " + reason;
        return new LocalAnswer(status, "text/html", "<html>\r\n<head><title>" + title
                + "</title></head>\r\n<body>\r\n<center><h1>" + title + "</h1></center>\r\n</body>\r\n</html>\r\n");
    }
}
