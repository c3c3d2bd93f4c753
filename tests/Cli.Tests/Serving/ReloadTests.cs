using System.Net;
using System.Text.Json.Nodes;

namespace DirectRoute.Cli.Tests.Serving;

/// <summary>Manifests that change while they are served.</summary>
public sealed class ReloadTests : IDisposable
{
    private static readonly HttpClient Http = new();
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Change_OfARoute_IsServedUnderTheSameUrl()
    {
        folder.Write("shop.yaml", Shop.Api("orders") + Shop.Route("orders", "hello", "before"));
        await using var local = await StartAsync();
        var id = IdOf(await local.NextAsync("manifests"), "shop/orders")!;

        // As editors do: a new file takes the old one's name.
        File.Move(folder.Write("shop.tmp", Shop.Api("orders") + Shop.Route("orders", "hello", "after")), Path.Combine(folder.Path, "shop.yaml"), overwrite: true);
        var again = await local.NextAsync("manifests", m => m["apis"]!.AsArray().Any(a => a!["changed"]!.GetValue<bool>()));

        Assert.Equal(id, IdOf(again, "shop/orders"));
        Assert.Contains("after", await GetAsync(local, id, "hello"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Change_ThatBreaksAnApi_KeepsItAndServesTheOther()
    {
        folder.Write("orders.yaml", Shop.Api("orders") + Shop.Route("orders", "hello", "before"));
        folder.Write("users.yaml", Shop.Api("users") + Shop.Route("users", "welcome", "before"));
        await using var local = await StartAsync();
        var first = await local.NextAsync("manifests");

        folder.Write("orders.yaml", Shop.Api("orders", "SOAP") + Shop.Route("orders", "hello", "after"));
        var broken = await local.NextAsync("manifests", m => Errors(m) > 0);
        folder.Write("users.yaml", Shop.Api("users") + Shop.Route("users", "welcome", "after"));
        await local.NextAsync("manifests", m => m["apis"]!.AsArray().Any(a => a!["changed"]!.GetValue<bool>()));

        Assert.Contains("spec.protocol", broken["findings"]![0]!["field"]!.ToString(), StringComparison.Ordinal);
        Assert.Contains("before", await GetAsync(local, IdOf(first, "shop/orders")!, "hello"), StringComparison.Ordinal);
        Assert.Contains("after", await GetAsync(local, IdOf(first, "shop/users")!, "welcome"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Change_ToNoYaml_TakesNothingForDeleted()
    {
        folder.Write("shop.yaml", Shop.Api("orders") + Shop.Route("orders", "hello", "before"));
        await using var local = await StartAsync();
        var id = IdOf(await local.NextAsync("manifests"), "shop/orders")!;

        folder.Write("shop.yaml", "a: [\n");
        var broken = await local.NextAsync("manifests", m => Errors(m) > 0);

        Assert.Empty(broken["removed"]!.AsArray());
        Assert.Contains("before", await GetAsync(local, id, "hello"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task NewFolder_IsServed()
    {
        folder.Write("shop.yaml", Shop.Api("orders") + Shop.Route("orders", "hello", "one"));
        await using var local = await StartAsync();
        await local.NextAsync("manifests");

        folder.Write("more/users/users.yaml", Shop.Api("users") + Shop.Route("users", "welcome", "two"));
        var id = IdOf(await local.NextAsync("manifests", m => IdOf(m, "shop/users") is not null && Errors(m) == 0), "shop/users")!;

        Assert.Contains("two", await GetAsync(local, id, "welcome"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Deletion_OfTheLastFile_RemovesItsApis()
    {
        var file = folder.Write("shop.yaml", Shop.Api("orders") + Shop.Route("orders", "hello", "one"));
        await using var local = await StartAsync();
        var id = IdOf(await local.NextAsync("manifests"), "shop/orders")!;

        File.Delete(file);
        var gone = await local.NextAsync("manifests");

        Assert.Equal("shop/orders", Assert.Single(gone["removed"]!.AsArray())!.ToString());
        using var answer = await Http.GetAsync(new Uri(local.Address, $"/{id}/prod/hello"));
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    private Task<LocalProcess> StartAsync() => LocalProcess.StartAsync(folder.Path, "-f", folder.Path, "-R");

    private static async Task<string> GetAsync(LocalProcess local, string id, string path) => await Http.GetStringAsync(new Uri(local.Address, $"/{id}/prod/{path}"));

    private static string? IdOf(JsonObject manifests, string api) => manifests["apis"]!.AsArray().FirstOrDefault(a => a!["name"]!.ToString() == api)?["apiId"]!.ToString();

    private static int Errors(JsonObject manifests) => manifests["summary"]!["errors"]!.GetValue<int>();
}
