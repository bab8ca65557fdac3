using Dialog.Bot.Store;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Dialog.Bot.Observing;

internal static class ObservingServices
{
    private const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";

    private const string Protocol = "OTEL_EXPORTER_OTLP_PROTOCOL";

    /// <summary>Metrics for Prometheus at <c>/metrics</c>; metrics and traces over OTLP when <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> says where to.</summary>
    /// <exception cref="StartupException">It says nowhere, or a protocol that is not spoken.</exception>
    public static void AddObserving(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<Measures>();
        var otlp = IsExported(configuration[Endpoint], configuration[Protocol]);
        var telemetry = services.AddOpenTelemetry().ConfigureResource(resource => resource.AddService("dialog")).WithMetrics(metrics =>
        {
            metrics.AddMeter(Measures.Name, "Microsoft.AspNetCore.Hosting", "System.Runtime").AddPrometheusExporter();
            if (otlp)
            {
                metrics.AddOtlpExporter();
            }
        });
        if (otlp)
        {
            // Nobody comes to /metrics: the figures are sent, once a minute.
            services.AddTicker("figures", TimeSpan.FromMinutes(1), provider => token => provider.GetRequiredService<Measures>().LookAsync(provider.GetRequiredService<Database>(), token));
            telemetry.WithTracing(traces => traces.AddSource(Measures.Name, "Microsoft.AspNetCore", "System.Net.Http").AddOtlpExporter());
        }
    }

    /// <summary>The exporter itself would take what it cannot read for its own values, and send to nobody.</summary>
    private static bool IsExported(string? endpoint, string? protocol) => string.IsNullOrEmpty(endpoint) ? false
        : !Uri.TryCreate(endpoint, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https") ? throw new StartupException($"{Endpoint}: ”{endpoint}” is not an address. Use e.g. http://localhost:4317, or leave it out to send nothing.")
        : protocol is null or "" or "grpc" or "http/protobuf" ? true
        : throw new StartupException($"{Protocol}: ”{protocol}” is not spoken here. Use grpc or http/protobuf, or leave it out for grpc.");
}
