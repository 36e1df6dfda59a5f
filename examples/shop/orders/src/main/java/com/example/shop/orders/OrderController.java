// SPDX-License-Identifier: Apache-2.0
package com.example.shop.orders;

import java.net.URI;
import java.util.List;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

@RestController
@RequestMapping("/orders")
class OrderController {

    record NewOrder(long productId, int quantity) {
    }

    private final OrderRepository orders;
    private final CatalogClient catalog;

    OrderController(OrderRepository orders, CatalogClient catalog) {
        this.orders = orders;
        this.catalog = catalog;
    }

    @GetMapping
    List<PurchaseOrder> latest() {
        return orders.findTop20ByOrderByIdDesc();
    }

    @GetMapping("/{id}")
    PurchaseOrder one(@PathVariable long id) {
        return orders.findById(id)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "No order " + id));
    }

    @PostMapping
    ResponseEntity<PurchaseOrder> place(@RequestBody NewOrder order) {
        if (order.quantity() < 1 || order.quantity() > 100) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "quantity: allowed: 1 to 100");
        }
        CatalogClient.Product product = catalog.product(order.productId())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.UNPROCESSABLE_ENTITY,
                        "No product " + order.productId()));
        PurchaseOrder placed = orders.save(new PurchaseOrder(product, order.quantity()));
        return ResponseEntity.created(URI.create("/orders/" + placed.getId())).body(placed);
    }
}
