// SPDX-License-Identifier: Apache-2.0
package com.example.shop.storefront;

import java.util.List;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;

@Component
class CatalogClient {

    record Product(long id, String name, int cents) {
    }

    private final RestClient http;

    CatalogClient(RestClient.Builder builder, @Value("${catalog.url}") String url) {
        this.http = builder.baseUrl(url).build();
    }

    List<Product> products() {
        return http.get().uri("/products").retrieve().body(new ParameterizedTypeReference<>() {
        });
    }

    Product product(long id) {
        return http.get().uri("/products/{id}", id).retrieve().body(Product.class);
    }
}
