// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.console.web;

import io.undertow.server.RoutingHandler;
import io.undertow.util.Methods;

/** Which path is answered by what. */
public final class Routes {

    /** Answers a request. */
    @FunctionalInterface
    public interface Handler {

        /**
         * Finds the section that a request is for, and returns what it responds.
         *
         * @param request what was asked
         * @return the answer
         * @throws NotFound when there is no such thing
         * @throws IllegalArgumentException when a parameter is not usable; its message is shown
         */
        Answer answer(Request request);
    }

    private final RoutingHandler routing;

    private final Front front;

    Routes(RoutingHandler routing, Front front) {
        this.routing = routing;
        this.front = front;
    }

    /**
     * Something to read.
     *
     * @param template a path; {@code {name}} stands for one part of it
     * @param handler what answers
     */
    public void get(String template, Handler handler) {
        routing.add(Methods.GET, template, front.reading(handler));
        routing.add(Methods.HEAD, template, front.reading(handler));
    }

    /**
     * An action: performed only for a page of this console that carries the token of this start.
     *
     * @param template a path; {@code {name}} stands for one part of it
     * @param handler what performs it
     */
    public void post(String template, Handler handler) {
        routing.add(Methods.POST, template, front.acting(handler));
    }
}
