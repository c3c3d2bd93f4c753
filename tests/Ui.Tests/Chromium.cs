using System.Diagnostics;
using DirectRoute.Testing;
using Microsoft.Playwright;

namespace DirectRoute.Ui.Tests;

/// <summary>A headless Chromium for all tests.</summary>
public sealed class Chromium : IAsyncDisposable
{
    private static readonly string? Program = Provided();
    private readonly SemaphoreSlim turn = new(1);
    private IPlaywright? playwright;
    private IBrowser? browser;

    /// <summary>Why there is no browser here; null when there is.</summary>
    public static string? WhyAbsent { get; } = Program is not null ? null
        : "Chromium has not been unpacked; `tests/environment/chromium provide` does it, or says why it cannot be had.";

    /// <summary>The browser; it starts when it is first asked for.</summary>
    public async Task<IBrowser> BrowserAsync()
    {
        await turn.WaitAsync();
        try
        {
            playwright ??= await Playwright.CreateAsync();
            return browser ??= await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Program });
        }
        finally
        {
            turn.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null) await browser.DisposeAsync();
        playwright?.Dispose();
        turn.Dispose();
    }

    private static string? Provided()
    {
        var script = Repository.PathOf("tests", "environment", "chromium");
        using var process = Process.Start(new ProcessStartInfo(script, ["path"]) { RedirectStandardError = true, RedirectStandardOutput = true })!;
        var path = process.StandardOutput.ReadToEnd().Trim();
        process.WaitForExit();
        return process.ExitCode == 0 ? path : null;
    }
}

/// <summary>The tests that share one browser.</summary>
[CollectionDefinition(nameof(Chromium))]
public sealed class ChromiumTests : ICollectionFixture<ChromiumFixture>;

/// <summary>Holds the browser for xunit.</summary>
public sealed class ChromiumFixture : IAsyncLifetime
{
    public Chromium Chromium { get; } = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => Chromium.DisposeAsync().AsTask();
}
