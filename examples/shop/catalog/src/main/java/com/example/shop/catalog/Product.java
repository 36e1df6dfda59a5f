// SPDX-License-Identifier: Apache-2.0
package com.example.shop.catalog;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;

/** Something to buy, with its price in cents. */
@Entity
public class Product {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    private String name;
    private int cents;

    protected Product() {
    }

    Product(String name, int cents) {
        this.name = name;
        this.cents = cents;
    }

    public Long getId() {
        return id;
    }

    public String getName() {
        return name;
    }

    public int getCents() {
        return cents;
    }
}
