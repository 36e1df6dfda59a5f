// SPDX-License-Identifier: Apache-2.0
package com.example.shop.orders;

import java.time.Instant;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;

/** An order, with name and total price of the product as they were when it was placed. */
@Entity
public class PurchaseOrder {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    private long productId;
    private String product;
    private int quantity;
    private int cents;
    private Instant placedAt;

    protected PurchaseOrder() {
    }

    PurchaseOrder(CatalogClient.Product product, int quantity) {
        this.productId = product.id();
        this.product = product.name();
        this.quantity = quantity;
        this.cents = Math.multiplyExact(product.cents(), quantity);
        this.placedAt = Instant.now();
    }

    public Long getId() {
        return id;
    }

    public long getProductId() {
        return productId;
    }

    public String getProduct() {
        return product;
    }

    public int getQuantity() {
        return quantity;
    }

    public int getCents() {
        return cents;
    }

    public Instant getPlacedAt() {
        return placedAt;
    }
}
