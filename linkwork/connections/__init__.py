"""Connections: the way from a need to a service and back to a known outcome: the closed loop and its states.

It must never know outcomes.
"""
