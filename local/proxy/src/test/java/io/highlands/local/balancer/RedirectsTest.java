// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.balancer;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RedirectsTest {

    @Test
    void placeholdersStandForTheRequest() {
        Action.Redirect redirect = new Action.Redirect(301, "HTTPS", "#{host}", "443", "/#{path}", "#{query}");

        assertThat(Redirects.location(redirect, "example.org", 80, "/time", "a=1"))
                .isEqualTo("https://example.org:443/time?a=1");
    }

    @Test
    void partsThatAreNotSaidAreTheRequests() {
        Action.Redirect redirect = new Action.Redirect(302, null, null, null, "/moved/#{path}", null);

        assertThat(Redirects.location(redirect, "example.org", 8080, "/time", ""))
                .isEqualTo("http://example.org:8080/moved/time");
    }
}
