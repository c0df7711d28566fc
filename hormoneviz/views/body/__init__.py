"""The body strip: six organs on one blood vessel, and the read-outs a laboratory would give."""
