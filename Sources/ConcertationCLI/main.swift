print("concertation")
