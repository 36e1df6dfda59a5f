// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.intake.http;

import io.highlands.local.http.BodyException;

/** A request that is not served, with its status and one line of why. */
public final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final boolean unread;

    /**
     * Refuses.
     *
     * @param status the HTTP status
     * @param line what was found and what is allowed
     */
    public Refusal(int status, String line) {
        this(status, line, status == 400 || status == 413 || status == 415);
    }

    private Refusal(int status, String line, boolean unread) {
        super(line, null, false, false);
        this.status = status;
        this.unread = unread;
    }

    static Refusal of(BodyException body) {
        int status = switch (body.reason()) {
            case TOO_LARGE -> 413;
            case NO_MEMORY -> 429;
            case ENCODING -> 415;
            case NOT_GZIP -> 400;
        };
        return new Refusal(status, body.getMessage(), true);
    }

    /** {@return whether a body was lost of which nothing is known} */
    public boolean isUnread() {
        return unread;
    }

    /** {@return the HTTP status} */
    public int status() {
        return status;
    }
}
