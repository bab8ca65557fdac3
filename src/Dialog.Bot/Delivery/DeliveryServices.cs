namespace Dialog.Bot.Delivery;

internal static class DeliveryServices
{
    public static void AddDelivery(this IServiceCollection services) => services.AddHostedService<OutboxSender>().AddHostedService<ReceiptSender>();
}
