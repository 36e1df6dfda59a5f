// SPDX-License-Identifier: Apache-2.0
package com.example.shop.storefront;

import java.util.List;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;

@Component
class OrdersClient {

    record NewOrder(long productId, int quantity) {
    }

    record Order(long id, String product, int quantity, int cents) {
    }

    private final RestClient http;

    OrdersClient(RestClient.Builder builder, @Value("${orders.url}") String url) {
        this.http = builder.baseUrl(url).build();
    }

    List<Order> latest() {
        return http.get().uri("/orders").retrieve().body(new ParameterizedTypeReference<>() {
        });
    }

    Order order(long id) {
        return http.get().uri("/orders/{id}", id).retrieve().body(Order.class);
    }

    Order place(NewOrder order) {
        return http.post().uri("/orders").body(order).retrieve().body(Order.class);
    }
}
