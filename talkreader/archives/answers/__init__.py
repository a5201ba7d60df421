"""What programs give and take: answers of the API, records, boards."""
