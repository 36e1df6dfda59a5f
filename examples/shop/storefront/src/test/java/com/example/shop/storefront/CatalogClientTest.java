// SPDX-License-Identifier: Apache-2.0
package com.example.shop.storefront;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.client.match.MockRestRequestMatchers.requestTo;
import static org.springframework.test.web.client.response.MockRestResponseCreators.withResourceNotFound;
import static org.springframework.test.web.client.response.MockRestResponseCreators.withSuccess;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.client.RestClientTest;
import org.springframework.http.MediaType;
import org.springframework.test.web.client.MockRestServiceServer;
import org.springframework.web.client.HttpClientErrorException;

@RestClientTest(components = CatalogClient.class, properties = "catalog.url=http://catalog.test")
class CatalogClientTest {

    @Autowired
    private MockRestServiceServer server;
    @Autowired
    private CatalogClient catalog;

    @Test
    void aProductIsRead() {
        server.expect(requestTo("http://catalog.test/products/1")).andRespond(
                withSuccess("{\"id\":1,\"name\":\"Tent\",\"cents\":18900}", MediaType.APPLICATION_JSON));
        assertThat(catalog.product(1)).isEqualTo(new CatalogClient.Product(1, "Tent", 18900));
    }

    @Test
    void anUnknownProductStaysNotFound() {
        server.expect(requestTo("http://catalog.test/products/7")).andRespond(withResourceNotFound());
        assertThatThrownBy(() -> catalog.product(7)).isInstanceOf(HttpClientErrorException.NotFound.class);
    }
}
