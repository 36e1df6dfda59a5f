// SPDX-License-Identifier: Apache-2.0
package io.highlands.starter.web;

import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Turns away query parameters that are too long or hold control characters, before any handler or upstream sees them.
 */
final class InputLimits implements HandlerInterceptor {

    private final int maxLength;

    InputLimits(int maxLength) {
        this.maxLength = maxLength;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        for (Map.Entry<String, String[]> parameter : parameters(request).entrySet()) {
            String name = parameter.getKey();
            check("a parameter's name", name);
            // A repeated parameter reaches its handler joined by commas, so it is measured so.
            check("parameter " + name, String.join(",", parameter.getValue()));
        }
        return true;
    }

    /** Tomcat says only here, on first use, that it could not decode them. */
    private static Map<String, String[]> parameters(HttpServletRequest request) {
        try {
            return request.getParameterMap();
        } catch (IllegalStateException e) {
            throw new InvalidInputException("the parameters cannot be decoded");
        }
    }

    private void check(String what, String value) {
        if (value.codePointCount(0, value.length()) > maxLength) {
            throw new InvalidInputException("%s is longer than %d characters".formatted(what, maxLength));
        }
        if (value.chars().anyMatch(Character::isISOControl)) {
            throw new InvalidInputException(what + " holds a control character");
        }
    }
}
