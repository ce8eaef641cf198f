"""Tests of the ground the tests stand on."""
