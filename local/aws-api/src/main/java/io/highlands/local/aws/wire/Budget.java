// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.aws.wire;

/** How many values one request may make: a small body of tiny values would otherwise fill the heap. */
final class Budget {

    /** The largest batch that CloudWatch documents: 1000 data of 30 dimensions and two lists. */
    static final int CONTAINERS = 50_000;

    /** 1000 data with 150 values and counts each, and their dimensions. */
    static final int VALUES = 400_000;

    private int containers;
    private int values;

    void container() {
        if (++containers > CONTAINERS) {
            throw AwsError.unreadable("more than " + CONTAINERS + " structures, lists and maps in one request");
        }
    }

    void value() {
        if (++values > VALUES) {
            throw AwsError.unreadable("more than " + VALUES + " values in one request");
        }
    }
}
