namespace DirectRoute.EndToEnd.Samples.Proofs;

/// <summary>An item that somebody put is read back, and one that nobody put is not there.</summary>
internal sealed class GetItemProof() : SampleProof("dynamodb-get-item", "users")
{
    private const string Table = "my-test-table";

    public override async Task PrepareAsync(SampleWorld world)
    {
        var aws = world.Scenario.Aws;
        await aws.QueryAsync(
            "dynamodb", "create-table", "--table-name", Table, "--billing-mode", "PAY_PER_REQUEST",
            "--attribute-definitions", "AttributeName=userId,AttributeType=S", "--key-schema", "AttributeName=userId,KeyType=HASH");
        await aws.QueryAsync("dynamodb", "put-item", "--table-name", Table, "--item", """{"userId": {"S": "42"}, "name": {"S": "Ada"}, "age": {"N": "36"}, "admin": {"BOOL": false}}""");
    }

    public override async Task ProveAsync(SampleWorld world, SampleClient client)
    {
        var plain = await client.SendAsync(Api, SampleRequest.Get("/users/42"));
        var typed = await client.SendAsync(Api, SampleRequest.Get("/users/42/item"));
        var missing = await client.SendAsync(Api, SampleRequest.Get("/users/43"));

        Assert.True(plain.Status == 200, plain.ToString());
        AssertJson("""{"userId": "42", "name": "Ada", "age": 36, "admin": false}""", plain.Text);
        Assert.True(typed.Status == 200, typed.ToString());
        AssertJson("""{"userId": {"S": "42"}, "name": {"S": "Ada"}, "age": {"N": "36"}, "admin": {"BOOL": false}}""", typed.Text);
        Assert.Equal((404, "Not Found"), (missing.Status, missing.Json.GetProperty("message").GetString()));
    }
}

/// <summary>Bytes are stored and given back as they are.</summary>
internal sealed class ObjectProof() : SampleProof("s3-objects", "files")
{
    /// <summary>No text in any encoding.</summary>
    private static readonly byte[] Image = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0x00, 0xff, 0xfe, 0x80];

    public override Task PrepareAsync(SampleWorld world) => world.Scenario.Aws.QueryAsync("s3api", "create-bucket", "--bucket", world.Bucket);

    public override async Task ProveAsync(SampleWorld world, SampleClient client)
    {
        var folder = Directory.CreateTempSubdirectory("sample-");
        try
        {
            var (sent, stored) = (Path.Combine(folder.FullName, "cup.png"), Path.Combine(folder.FullName, "stored.png"));
            await File.WriteAllBytesAsync(sent, Image);

            var upload = await client.SendAsync(Api, new SampleRequest("PUT", "/files/cup.png") { File = sent, Headers = ["Content-Type: image/png"] });

            Assert.True(upload.Status == 200, upload.ToString());
            var entry = await world.Scenario.Aws.QueryAsync("s3api", "get-object", "--bucket", world.Bucket, "--key", "uploads/cup.png", stored);
            Assert.Equal(Image, await File.ReadAllBytesAsync(stored));
            Assert.Equal("image/png", entry.GetProperty("ContentType").GetString());
        }
        finally
        {
            folder.Delete(recursive: true);
        }
        var download = await client.SendAsync(Api, SampleRequest.Get("/files/cup.png", "Accept: image/png"));
        Assert.True(download.Status == 200, download.ToString());
        Assert.Equal(Image, download.Body);
        var known = await client.SendAsync(Api, SampleRequest.Get("/files/cup.png", "Accept: image/png", $"If-None-Match: {download.Headers["etag"]}"));
        Assert.Equal(304, known.Status);
        var missing = await client.SendAsync(Api, SampleRequest.Get("/files/none.png"));
        Assert.Equal((404, "Not Found"), (missing.Status, missing.Json.GetProperty("message").GetString()));
    }
}
