// SPDX-License-Identifier: Apache-2.0
package com.example.shop.orders;

import java.util.Optional;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;

@Component
class CatalogClient {

    record Product(long id, String name, int cents) {
    }

    private final RestClient http;

    CatalogClient(RestClient.Builder builder, @Value("${catalog.url}") String url) {
        this.http = builder.baseUrl(url).build();
    }

    Optional<Product> product(long id) {
        try {
            return Optional.ofNullable(http.get().uri("/products/{id}", id).retrieve().body(Product.class));
        } catch (HttpClientErrorException.NotFound e) {
            return Optional.empty();
        }
    }
}
