// SPDX-License-Identifier: Apache-2.0
package com.example.shop.storefront;

import java.net.URI;
import java.util.List;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class StorefrontController {

    private final CatalogClient catalog;
    private final OrdersClient orders;

    StorefrontController(CatalogClient catalog, OrdersClient orders) {
        this.catalog = catalog;
        this.orders = orders;
    }

    @GetMapping("/products")
    List<CatalogClient.Product> products() {
        return catalog.products();
    }

    @GetMapping("/products/{id}")
    CatalogClient.Product product(@PathVariable long id) {
        return catalog.product(id);
    }

    @GetMapping("/orders")
    List<OrdersClient.Order> orders() {
        return orders.latest();
    }

    @GetMapping("/orders/{id}")
    OrdersClient.Order order(@PathVariable long id) {
        return orders.order(id);
    }

    @PostMapping("/orders")
    ResponseEntity<OrdersClient.Order> place(@RequestBody OrdersClient.NewOrder order) {
        OrdersClient.Order placed = orders.place(order);
        return ResponseEntity.created(URI.create("/orders/" + placed.id())).body(placed);
    }
}
