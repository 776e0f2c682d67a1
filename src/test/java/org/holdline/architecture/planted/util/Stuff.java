package org.holdline.architecture.planted.util;

class Stuff {}
